-- What is said to the question of a clarification.
alter table amendment add column answer text;
