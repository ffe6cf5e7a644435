-- From a place to its case by the index alone: of a thousand matches among a million texts, hardly two lie on one page of the table.
alter table search_place drop constraint search_place_pkey, add primary key (place) include (case_id);
