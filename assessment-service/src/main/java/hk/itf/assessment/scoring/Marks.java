package hk.itf.assessment.scoring;

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

/** One mark from 0 to 10 for every criterion of a review. */
record Marks(Map<String, Integer> byCriterion) {

    static final int HIGHEST = 10;

    Marks {
        byCriterion = new TreeMap<>(byCriterion); // a stable order, so that the JSON of the same marks is the same
    }

    /**
     * @throws DomainException {@code marks-do-not-fit} with every fault: exactly the criteria of the review, 0 to 10 each
     */
    static Marks of(Map<String, @Nullable Integer> given, ScoredReview review) {
        var faults = new ArrayList<Violation>();
        var marks = new TreeMap<String, Integer>();
        var criteria = review.criteria().stream()
                .map(criterion -> criterion.id().value())
                .collect(Collectors.toSet());
        given.forEach((criterion, mark) -> {
            if (!criteria.contains(criterion)) {
                faults.add(new Violation(pointer(criterion), "unknown", "There is no such criterion."));
            } else if (mark == null || mark < 0 || mark > HIGHEST) {
                faults.add(new Violation(pointer(criterion), "out-of-range", "A mark is between 0 and 10."));
            } else {
                marks.put(criterion, mark);
            }
        });
        criteria.stream()
                .filter(criterion -> !given.containsKey(criterion))
                .sorted()
                .forEach(criterion -> faults.add(Violation.required(pointer(criterion))));
        if (!faults.isEmpty()) {
            throw DomainException.invalid(
                    "marks-do-not-fit", "Give every criterion of this review one mark from 0 to 10.", faults);
        }
        return new Marks(marks);
    }

    /**
     * The weighted score in tenths of a mark out of 100. Weights are percent and marks run to 10, so that the sum of
     * weight x mark runs from 0 to 1000 and nothing is ever rounded.
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
