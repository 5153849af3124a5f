// Before the first paint: styles for the scripted page apply, so that nothing jumps later.
document.documentElement.classList.add("js");
