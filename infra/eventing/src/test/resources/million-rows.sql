-- The tables of the sample service do not grow; platform-rows.sql fills the tables of events.
insert into small_table values ('offer', 'the sample service');
