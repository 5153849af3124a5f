"""The files of checks together."""

from kb.report import Checks


def test_without_any_file_nothing_is_checked_and_nothing_wrong(folder):
    from kb.report import read_checks

    assert read_checks(folder.path, folder.read().kb) == Checks()


def test_all_problems_are_told_in_the_order_of_the_files(checks, folder):
    folder.write("proofreading/a.yaml", "seed: a\n")
    folder.write("reliability/codings.csv", "event\n")

    found = checks("targets.yaml", "others: {}\n")

    files = [problem.file for problem in found.problems]
    assert set(files) == {
        "data/proofreading/a.yaml",
        "data/reliability/codings.csv",
        "data/targets.yaml",
    }
    assert files == sorted(files)
