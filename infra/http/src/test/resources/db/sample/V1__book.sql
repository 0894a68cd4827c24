create table book (
  id        uuid    primary key,
  version   int     not null,
  owner     uuid    not null,
  title     text    not null,
  genre     text    not null,
  lent      boolean not null,
  sold      boolean not null
);
create table scan (
  book  uuid not null references book,
  bytes int  not null
);
