-- Whether a number is taken is asked when a letter is opened by who may issue it. The issuer is a field, which no index may compare before the policy
-- allows the row; so `cases_number` was walked once for each issuer. The number itself may be compared first.
create index cases_of_number on cases (kind, number) where status not in ('draft', 'discarded');
