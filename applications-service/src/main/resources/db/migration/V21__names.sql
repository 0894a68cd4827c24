-- Caps tell projects and the like apart by letters and digits alone. What is not plain ASCII keeps its key, and so does a
-- person, whose key is a hash: no scheme that counts people has been released.
insert into allowance_lock (rule, subject)
select distinct rule, 'named:' || upper(regexp_replace(substr(subject, 7), '[^0-9A-Za-z]', '', 'g'))
from allowance_lock where subject ~ '^named:[ -~]*[0-9A-Za-z][ -~]*$'
on conflict do nothing;
update allowance_reservation
set subject = 'named:' || upper(regexp_replace(substr(subject, 7), '[^0-9A-Za-z]', '', 'g'))
where subject ~ '^named:[ -~]*[0-9A-Za-z][ -~]*$';
