create table offer (
  id       uuid    primary key,
  version  int     not null,
  accepted boolean not null,
  applied  int     not null
);
