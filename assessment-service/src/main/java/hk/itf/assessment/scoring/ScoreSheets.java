package hk.itf.assessment.scoring;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The store of score sheets. A voided sheet stays stored and is left out of tallies. */
@ApplicationScoped
public class ScoreSheets implements PanacheRepositoryBase<ScoreSheet, UUID> {

    /** The valid sheets of one scored stage in one round of a case. */
    public Tally tally(ReviewCaseId reviewCase, int round, Stage stage) {
        var voided = voided(reviewCase);
        var counting = list("caseId = ?1 and round = ?2 and stage = ?3", reviewCase.value(), round, stage).stream()
                .filter(sheet -> !voided.contains(sheet.id()))
                .sorted(Comparator.comparing(sheet -> sheet.assessor().value()))
                .toList();
        return new Tally(
                counting.stream().map(ScoreSheet::assessor).toList(),
                counting.stream().mapToInt(ScoreSheet::weightedTenths).sum());
    }

    Optional<ScoreSheet> countingOf(ReviewCaseId reviewCase, int round, PersonId assessor) {
        var voided = voided(reviewCase);
        return find("caseId = ?1 and round = ?2 and assessor = ?3", reviewCase.value(), round, assessor.value())
                .firstResultOptional()
                .filter(sheet -> !voided.contains(sheet.id()));
    }

    /** Whether the person has scored another stage of the case in any round, including voided sheets. */
    boolean hasScoredOtherStage(Stage stage, ReviewCaseId reviewCase, PersonId assessor) {
        return count("caseId = ?1 and assessor = ?2 and stage <> ?3", reviewCase.value(), assessor.value(), stage) > 0;
    }

    public List<ScoreSheetView> views(ReviewCaseId reviewCase) {
        var voided = voided(reviewCase);
        return list("caseId = ?1 order by submittedAt, id", reviewCase.value()).stream()
                .map(sheet -> sheet.view(!voided.contains(sheet.id())))
                .toList();
    }

    void add(ScoreSheet sheet) {
        persistAndFlush(sheet);
    }

    /** Voids the sheets of earlier rounds and returns their number. */
    int voidOlderThan(ReviewCaseId reviewCase, int round, Instant now) {
        return getSession()
                .createNativeMutationQuery("""
                        insert into voided_score_sheet (sheet_id, because, voided_at)
                        select id, 'another round has begun', :now from score_sheet
                        where case_id = :reviewCase and round < :round
                        on conflict do nothing
                        """)
                .setParameter("now", now)
                .setParameter("reviewCase", reviewCase.value())
                .setParameter("round", round)
                .executeUpdate();
    }

    void voidForConflict(ScoreSheet sheet, Instant now) {
        getSession()
                .createNativeMutationQuery(
                        "insert into voided_score_sheet (sheet_id, because, voided_at) values (:sheet, 'conflict of interest', :now)")
                .setParameter("sheet", sheet.id())
                .setParameter("now", now)
                .executeUpdate();
    }

    private Set<UUID> voided(ReviewCaseId reviewCase) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select v.sheet_id from voided_score_sheet v join score_sheet s on s.id = v.sheet_id where s.case_id = :reviewCase",
                        UUID.class)
                .setParameter("reviewCase", reviewCase.value())
                .getResultStream()
                .collect(Collectors.toSet());
    }
}
