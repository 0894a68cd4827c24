package hk.itf.infra.benchmark;

import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The transaction of one submission: the SQL statements of applications-service in their order. Change this class together
 * with the persistence code of a submission.
 *
 * @param connection with auto-commit off; used by one thread at a time
 * @param engagementStart first day of the post, which the overlap quota counts from
 */
record FloorTransaction(Connection connection, Sample sample, LocalDate engagementStart) {

    /** The texts that a real submission wrote, which make the floor's rows as large as real ones. */
    record Sample(String answers, String filing, String content, String sha256, String event, String answer) {

        /** Reads the sample of a submitted application from the database of applications-service. */
        static Sample read(LocalPlatform platform, String application) {
            try (var connection = platform.database(Service.APPLICATIONS.database());
                    var query = connection.prepareStatement("""
                        select a.answers, a.filing, s.content, s.sha256, e.body, k.body
                        from application a join submission s on s.application_id = a.id
                          join event_log e on e.aggregate_id = cast(a.id as text) and e.event_type = 'itf.application.submitted.v1'
                          join idempotency_key k on k.person = s.submitted_by and k.location like '%/receipt'
                        where a.id = ? order by s.revision limit 1
                        """)) {
                query.setObject(1, UUID.fromString(application));
                try (var row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new BenchmarkException(
                                "The database of applications-service lacks the submitted application %s."
                                        .formatted(application));
                    }
                    return new Sample(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6));
                }
            } catch (SQLException e) {
                throw new BenchmarkException("The sample submission cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static final String RULE = "four-posts-per-company";

    void prepareOrganisation(UUID organisation, UUID person) throws SQLException {
        run("""
                insert into organisation (id, version, name, kind, registered_by, registered_at)
                values (?, 0, 'Benchmark Limited', 'COMPANY', ?, now())
                """, organisation, person);
        run("""
                insert into organisation_member (organisation_id, person, role) values (?, ?, 'SUBMITTER')
                """, organisation, person);
        connection.commit();
    }

    void prepareDraft(UUID application, UUID organisation) throws SQLException {
        run("""
                insert into application (id, version, scheme, organisation_id, status, answers, started_at)
                values (?, 0, 'rth', ?, 'DRAFT', ?, now())
                """, application, organisation, sample.answers());
        connection.commit();
    }

    void submit(UUID application, UUID organisation, UUID person) throws SQLException {
        var key = UUID.randomUUID().toString();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        run("select pg_try_advisory_xact_lock(hashtextextended(?, 78))", person + " " + key);
        run(
                "select request_hash, status, body, etag, location from idempotency_key where person = ? and key = ?",
                person,
                key);
        run("select * from application where id = ?", application);
        readRole(organisation, person);
        run("select * from application where id = ? for no key update", application);
        readRole(organisation, person);
        run(
                "insert into grant_duty (grant_id, person, duty) values (?, ?, 'SUBMITTED') on conflict do nothing",
                application,
                person);
        run("select duty from grant_duty where grant_id = ? and person = ?", application, person);
        run("select * from organisation where id = ?", organisation);
        readOpenCalls();
        run(
                "select id, document, name, sha256 from paper where application_id = ? and claim_id is null order by id",
                application);
        reserveAllowance(application, organisation.toString());
        insertFiling(application, person, now);
        appendEvent(application);
        readOpenCalls();
        run("select * from grant_tranche where application_id = ? order by number", application);
        run("""
                select id, tranche_id, raised_cents, outstanding_cents, due_by, reason from debt
                where application_id = ? order by raised_at, id
                """, application);
        run("""
                insert into idempotency_key (person, key, request_hash, status, body, etag, location)
                values (?, ?, ?, 201, ?, '"1"', ?)
                """, person, key, sample.sha256(), sample.answer(), "/applications/" + application + "/receipt");
        connection.commit();
    }

    private void readRole(UUID organisation, UUID person) throws SQLException {
        run("select role from organisation_member where organisation_id = ? and person = ?", organisation, person);
    }

    private void readOpenCalls() throws SQLException {
        run(
                "select id, opens, closes from scheme_call where scheme = 'rth' and ? between opens and closes",
                engagementStart);
    }

    private void reserveAllowance(UUID application, String subject) throws SQLException {
        var end = engagementStart.plusMonths(12).minusDays(1);
        run("insert into allowance_lock (rule, subject) values (?, ?) on conflict do nothing", RULE, subject);
        run("select rule from allowance_lock where rule = ? and subject = ? for update", RULE, subject);
        run("delete from allowance_reservation where application_id = ?", application);
        run("""
                select from_date, to_date, coalesce(amount_cents, 0) from allowance_reservation
                where rule = ? and subject = ? and from_date <= ? and to_date >= ? and application_id <> ?
                """, RULE, subject, end, engagementStart, application);
        run("""
                insert into allowance_reservation (application_id, rule, subject, from_date, to_date, amount_cents)
                values (?, ?, ?, ?, ?, null)
                """, application, RULE, subject, engagementStart, end);
    }

    private void insertFiling(UUID application, UUID person, OffsetDateTime now) throws SQLException {
        run("""
                insert into submission (application_id, revision, content, sha256, submitted_by, submitted_at)
                values (?, 1, ?, ?, ?, ?)
                """, application, sample.content(), sample.sha256(), person, now);
        run("select nextval('application_reference')");
        run("""
                update application set answers = ?, filing = ?, reference = ?, revision = 1, scheme_version = 2,
                  status = 'SUBMITTED', submitted_at = ?, version = 1 where id = ? and version = 0
                """, sample.answers(), sample.filing(), "RTH-" + application, now, application);
        run("""
                insert into timeline (grant_id, subject, transition, actor, before_sha256, after_sha256, detail, happened_at)
                values (?, 'application', 'SUBMIT', ?, ?, ?, ?, ?)
                """, application, person, sample.sha256(), sample.sha256(), sample.sha256(), now);
    }

    private void appendEvent(UUID application) throws SQLException {
        run("""
                with stream as (
                  insert into event_stream (aggregate_type, aggregate_id, last) values ('application', ?, 1)
                  on conflict (aggregate_type, aggregate_id) do update set last = event_stream.last + 1
                  returning last),
                logged as (
                  insert into event_log (event_id, aggregate_type, aggregate_id, sequence, epoch, event_type, topic, body,
                                         correlation_id, traceparent)
                  select ?, 'application', ?, stream.last, source.epoch, 'itf.application.submitted.v1',
                         'itf.applications', cast(? as json), '', ''
                  from stream, event_source source
                  returning position)
                insert into to_send (position) select position from logged
                """, application.toString(), UUID.randomUUID(), application.toString(), sample.event());
    }

    /** The driver prepares a statement on the server after five executions of the same text. */
    private void run(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
