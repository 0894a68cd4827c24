package hk.itf.assessment.scoring;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.http.input.JsonPointers;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.vetting.ReviewStage.Criterion;
import hk.itf.model.scheme.vetting.ReviewStage.ScoredReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The marks of one score sheet: a whole number from 0 to 10 for every criterion of the review. */
record Marks(Map<String, Integer> byCriterion) {

    static final int HIGHEST = 10;

    Marks {
        byCriterion = new TreeMap<>(byCriterion); // sorted, so that equal marks have equal JSON
    }

    /**
     * Checks the marks against the criteria of the review.
     *
     * @throws DomainException {@code marks-do-not-fit} with a fault for every missing, unknown or out-of-range mark
     */
    static Marks of(Map<String, @Nullable Integer> given, ScoredReview review) {
        var faults = new ArrayList<Violation>();
        var marks = new TreeMap<String, Integer>();
        var criteria = review.criteria().stream()
                .map(criterion -> criterion.id().value())
                .collect(Collectors.toSet());
        given.forEach((criterion, mark) -> {
            if (!criteria.contains(criterion)) {
                faults.add(Violation.of(pointer(criterion), "unknown.criterion"));
            } else if (mark == null || mark < 0 || mark > HIGHEST) {
                faults.add(Violation.of(pointer(criterion), "out-of-range.mark", value("highest", HIGHEST)));
            } else {
                marks.put(criterion, mark);
            }
        });
        criteria.stream()
                .filter(criterion -> !given.containsKey(criterion))
                .sorted()
                .forEach(criterion -> faults.add(Violation.required(pointer(criterion))));
        if (!faults.isEmpty()) {
            throw DomainException.invalid("marks-do-not-fit", faults, value("highest", HIGHEST));
        }
        return new Marks(marks);
    }

    /**
     * The weighted score in tenths of a mark out of 100. Weights are percent and the highest mark is 10, so the sum of
     * weight x mark is a whole number from 0 to 1000 and needs no rounding.
     */
    int weightedTenths(List<Criterion> criteria) {
        return criteria.stream()
                .mapToInt(criterion -> criterion.weight()
                        * byCriterion.getOrDefault(criterion.id().value(), 0))
                .sum();
    }

    private static String pointer(String criterion) {
        return "/marks" + JsonPointers.step(criterion);
    }
}
