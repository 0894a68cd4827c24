package hk.itf.applications.application;

import hk.itf.applications.application.ApplicationView.Summary;
import hk.itf.applications.application.Submissions.Receipt;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.Page;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads applications. Members see those of their organisations; the secretariat and auditors see all. */
@ApplicationScoped
public class ApplicationQueries {

    /** Filters of a list, each optional. */
    record Filter(
            @Nullable OrganisationId organisation,
            @Nullable ApplicationStatus status,
            @Nullable String reference) {}

    private static final String LIST = """
            select a.id, a.reference, a.scheme, a.organisation_id, a.status, a.awarded_cents, a.pledged_by, a.started_at
            from application a
            where (:everything or exists (select 1 from organisation_member m
                                          where m.organisation_id = a.organisation_id and m.person = :person))
              and (cast(:organisation as uuid) is null or a.organisation_id = cast(:organisation as uuid))
              and (cast(:status as text) is null or a.status = cast(:status as text))
              and (cast(:reference as text) is null or a.reference like cast(:reference as text) || '%')
              and (cast(:cursor as uuid) is null or a.id < cast(:cursor as uuid))
            order by a.id desc limit :limit
            """;

    private final Session session;
    private final Applications applications;
    private final ApplicantAccess access;
    private final ApplicationViews views;
    private final Submissions submissions;
    private final Timeline timeline;

    ApplicationQueries(
            Session session,
            Applications applications,
            ApplicantAccess access,
            ApplicationViews views,
            Submissions submissions,
            Timeline timeline) {
        this.session = session;
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.submissions = submissions;
        this.timeline = timeline;
    }

    @Transactional
    ApplicationView get(GrantId id, Actor actor) {
        return views.of(readable(id, actor));
    }

    @Transactional
    Receipt receipt(GrantId id, Actor actor) {
        var application = readable(id, actor);
        return submissions.latest(id, application.reference()).orElseThrow(() -> DomainException.notFound("receipt"));
    }

    /** Whether the application was sent back for clarification; false for an unknown application. */
    @Transactional
    public boolean isSentBack(GrantId id) {
        return applications
                .find(id)
                .filter(application -> application.permits(ApplicationTransition.RESUBMIT))
                .isPresent();
    }

    @Transactional
    List<Timeline.Row> history(GrantId id, Actor actor) {
        readable(id, actor);
        return timeline.of(id);
    }

    @Transactional
    Page<Summary> list(Filter filter, @Nullable String cursor, int size, Actor actor) {
        var rows = session.createNativeQuery(LIST, Object[].class)
                .setParameter("everything", seesEverything(actor))
                .setParameter("person", actor.person().value())
                .setParameter(
                        "organisation",
                        filter.organisation() == null
                                ? null
                                : filter.organisation().toString(),
                        String.class)
                .setParameter(
                        "status",
                        filter.status() == null ? null : filter.status().name(),
                        String.class)
                .setParameter(
                        "reference", filter.reference() == null ? null : escaped(filter.reference()), String.class)
                .setParameter("cursor", Page.cursor(cursor).map(UUID::toString).orElse(null), String.class)
                .setParameter("limit", size + 1)
                .getResultStream()
                .map(ApplicationQueries::summary)
                .toList();
        return Page.of(rows, size, row -> row.id().value());
    }

    private static Summary summary(Object[] row) {
        return new Summary(
                GrantId.of((UUID) row[0]),
                (String) row[1],
                (String) row[2],
                OrganisationId.of((UUID) row[3]),
                ApplicationStatus.valueOf((String) row[4]),
                row[5] instanceof Number cents ? Money.ofCents(cents.longValue()) : null,
                (LocalDate) row[6],
                (Instant) row[7]);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private Application readable(GrantId id, Actor actor) {
        return seesEverything(actor) ? applications.get(id) : access.getAsReader(id, actor.person());
    }

    private static boolean seesEverything(Actor actor) {
        return actor.hasRole("auditor") || actor.hasRole("secretariat");
    }
}
