-- A case that concerns thousands has thousands of rows in the feed; whoever looks for one subject's row of it must not read them all.
create index feed_of_case on feed (case_id, subject_id);
drop index feed_case;
