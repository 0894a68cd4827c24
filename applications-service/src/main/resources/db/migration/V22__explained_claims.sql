-- How the lines of a claim come about, where that needs words.
alter table claim add column explanation text;
