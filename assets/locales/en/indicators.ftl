## Indicators
indicators-head = Indicators as of {$date}
indicators-own = Own records
indicators-official = Published by others
indicators-of = {$over} of {$under}
indicators-days = {$count} days
indicators-not-recorded = not recorded
indicators-missing = { $count ->
    [one] 1 without data
   *[other] {$count} without data
}
indicators-cannot-missing = cannot be computed: missing {$field}
indicators-cannot-too-few = no percentage: fewer than 10
indicators-cannot-nothing = nothing recorded
indicators-cannot-not-applicable = not applicable: it would be divided by zero
indicators-cannot-not-reached = more than half are still open
