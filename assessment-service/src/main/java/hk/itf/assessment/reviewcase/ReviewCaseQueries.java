package hk.itf.assessment.reviewcase;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.Page;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Queries of the secretariat and the auditors about cases. */
@ApplicationScoped
class ReviewCaseQueries {

    private static final String OVERDUE = "coalesce(pledged_by < coalesce(asked_on, cast(:today as date)), false)";

    private static final String CASE = """
            select id, grant_id, subject_kind, subject_id, reference, scheme_id || '/v' || scheme_version, status, stage,
                   round, outcome, letter, recommendation, pledged_by, status <> 'CLOSED' and %s, question, asked_on, answer_by, opened_at,
                   closed_at, version
            from review_case
            """.formatted(OVERDUE);

    private final Session entities;
    private final Timeline timeline;
    private final Clock clock;

    ReviewCaseQueries(Session entities, Timeline timeline, Clock clock) {
        this.entities = entities;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The query has the conditions of the given filters only, so that an index serves each combination. */
    @Transactional
    Page<CaseView> list(
            Optional<ReviewCaseStatus> status,
            Optional<Stage> stage,
            boolean overdueOnly,
            Optional<UUID> cursor,
            int size) {
        var conditions = new StringBuilder(" where id < :cursor");
        var parameters = new HashMap<String, Object>();
        status.ifPresent(wanted -> {
            conditions.append(" and status = :status");
            parameters.put("status", wanted.name());
        });
        stage.ifPresent(wanted -> {
            conditions.append(" and stage = :stage");
            parameters.put("stage", wanted.name());
        });
        if (overdueOnly) {
            conditions.append(" and status <> 'CLOSED' and ").append(OVERDUE);
        }
        var query = entities.createNativeQuery(CASE + conditions + " order by id desc limit :size", Object[].class);
        parameters.forEach(query::setParameter);
        var found = query.setParameter("cursor", cursor.orElse(Uuids.HIGHEST))
                .setParameter("today", today())
                .setParameter("size", size + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.of(found, size, view -> view.id().value());
    }

    @Transactional
    CaseView get(ReviewCaseId id) {
        return entities.createNativeQuery(CASE + " where id = :id", Object[].class)
                .setParameter("id", id.value())
                .setParameter("today", today())
                .getResultStream()
                .map(this::view)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("case"));
    }

    @Transactional
    List<Timeline.Row> history(GrantId grant) {
        var rows = timeline.of(grant);
        if (rows.isEmpty()) {
            throw DomainException.notFound("grant");
        }
        return rows;
    }

    private LocalDate today() {
        return HongKong.dayOf(clock.instant());
    }

    private CaseView view(Object[] row) {
        return new CaseView(
                ReviewCaseId.of((UUID) row[0]),
                GrantId.of((UUID) row[1]),
                new Subject(Subject.Kind.valueOf((String) row[2]), (UUID) row[3]),
                (String) row[4],
                (String) row[5],
                ReviewCaseStatus.valueOf((String) row[6]),
                Stage.valueOf((String) row[7]),
                (int) row[8],
                row[9] == null ? null : CaseOutcome.valueOf((String) row[9]),
                (String) row[10],
                row[11] == null ? null : Json.read((String) row[11], Recommendation.class),
                (LocalDate) row[12],
                (boolean) row[13],
                clarification((String) row[14], (LocalDate) row[15], (LocalDate) row[16]),
                (Instant) row[17],
                (Instant) row[18],
                (int) row[19]);
    }

    private CaseView.@Nullable Clarification clarification(
            @Nullable String question, @Nullable LocalDate askedOn, @Nullable LocalDate answerBy) {
        return question == null || askedOn == null || answerBy == null
                ? null
                : new CaseView.Clarification(question, askedOn, answerBy, ChronoUnit.DAYS.between(askedOn, today()));
    }
}
