package hk.itf.applications.application;

import hk.itf.applications.application.ApplicationView.Summary;
import hk.itf.applications.application.Submissions.Receipt;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.Page;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String COLUMNS =
            "a.id, a.reference, a.scheme, a.organisation_id, a.status, a.awarded_cents, a.pledged_by, a.started_at";

    /** Above every reference with the same beginning, in the order of the column. */
    private static final String HIGHEST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

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
        var parameters = new HashMap<String, Object>();
        var sql = seesEverything(actor)
                ? page(filter, "", parameters)
                : """
                select a.* from organisation_member m cross join lateral (%s) a
                where m.person = :person order by %s limit :limit
                """.formatted(page(filter, " and a.organisation_id = m.organisation_id", parameters), order(filter));
        if (!seesEverything(actor)) {
            parameters.put("person", actor.person().value());
        }
        parameters.put("cursor", Page.cursor(cursor).orElse(Uuids.HIGHEST));
        var query = session.createNativeQuery(sql, Object[].class);
        parameters.forEach(query::setParameter);
        var rows = query.setParameter("limit", size + 1)
                .getResultStream()
                .map(ApplicationQueries::summary)
                .toList();
        return Page.of(rows, size, row -> row.id().value());
    }

    /**
     * One page with the conditions of the given filters only, so that an index serves each combination. Applications found by
     * a reference are in the order of their references, all others in the order of their start, the newest first.
     */
    private static String page(Filter filter, String condition, Map<String, Object> parameters) {
        var sql = new StringBuilder("select ")
                .append(COLUMNS)
                .append(" from application a where true")
                .append(condition);
        if (filter.organisation() != null) {
            sql.append(" and a.organisation_id = :organisation");
            parameters.put("organisation", filter.organisation().value());
        }
        if (filter.status() != null) {
            sql.append(" and a.status = :status");
            parameters.put("status", filter.status().name());
        }
        if (filter.reference() == null) {
            sql.append(" and a.id < :cursor");
        } else {
            sql.append("""
                     and a.reference >= :reference
                     and a.reference < coalesce((select c.reference from application c where c.id = :cursor), :end)
                    """);
            parameters.put("reference", filter.reference());
            parameters.put("end", filter.reference() + HIGHEST_CHARACTER);
        }
        return sql + " order by " + order(filter) + " limit :limit";
    }

    private static String order(Filter filter) {
        return filter.reference() == null ? "a.id desc" : "a.reference desc";
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

    private Application readable(GrantId id, Actor actor) {
        return seesEverything(actor) ? applications.get(id) : access.getAsReader(id, actor.person());
    }

    private static boolean seesEverything(Actor actor) {
        return actor.hasRole("auditor") || actor.hasRole("secretariat");
    }
}
