-- Warnings of limits and reviews of what stands still, each given once.
alter table time_limit add column warned text not null default '';
comment on column time_limit.warned is 'the thresholds of the pack at which a warning was given, with commas';
alter table time_limit add column warn_on date;
comment on column time_limit.warn_on is 'a cache: the day the next threshold is reached, null while the clock stands';
create index limit_warning on time_limit (warn_on, unit, case_no) where state = 'RUNNING';

alter table suspension add column review_on date;
comment on column suspension.review_on is 'the day it is to be looked at again';
create index suspension_review on suspension (review_on, unit, case_no) where effective and to_day is null;
update suspension set review_on = from_day + 90 where to_day is null;
