"""Causes and who says so; what counts as contested, and what as explained."""


def test_causes_are_told_apart_by_who_says_so(of_sample):
    causes, sourced = of_sample.measure("causes"), of_sample.measure("sourced-causes")

    assert causes.value == 3
    assert (sourced.value, sourced.of) == (1, 3)
    assert [miss.id for miss in sourced.misses] == ["apology"]


def test_a_figure_with_rivals_and_a_disputed_date_are_contested(measured):
    found = measured("""
        a:
          title: A
          when: 2011-11-26
          kind: airstrike
          by: nato
          src: ipri-2017
          figures:
            killed: {24: ipri-2017, 28: {src: abc-2011, note: The toll of the first hours.}}
            injured: {12: [ipri-2017, abc-2011]}
            troops: {40: ipri-2017, 50: abc-2011}
          claims:
            - {when: 2011-11-27, src: abc-2011}
        b:
          title: B
          when: 2012
          kind: airstrike
          by: nato
          src: ipri-2017
          claims: [{when: 2012-01-05, src: abc-2011}]
    """)

    assert found["contested"].value == 3, "killed, troops and the date; 2012 holds its own day"
    assert (found["noted"].value, found["noted"].of) == (1, 3)
    assert [miss.id for miss in found["noted"].misses] == ["a"]
