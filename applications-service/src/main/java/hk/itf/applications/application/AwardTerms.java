package hk.itf.applications.application;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the award as applications-service knows them: the awarded amount and plan after the approval, the version
 * after the commitment. Each change returns a new value.
 *
 * @param awardedCents in cents of HK dollars; null before the approval
 * @param version the award version; 0 before the commitment
 * @param planJson the plan as JSON; its tranches sum to {@code awardedCents}
 * @param waitingFor why the award, or the version that increases it, is not committed yet; null when nothing waits
 * @param acceptBy the last Hong Kong day of the offer
 */
@Embeddable
public record AwardTerms(
        @Nullable Long awardedCents,
        @Column(name = "award_version") int version,
        @Column(name = "plan") @Nullable String planJson,
        @Nullable String waitingFor,
        @Nullable LocalDate acceptBy) {

    /** The terms before a decision: none. */
    static final AwardTerms NONE = new AwardTerms(null, 0, null, null, null);

    AwardTerms approved(Money awarded, TranchePlan plan) {
        return amended(version, awarded, plan);
    }

    AwardTerms waiting(String reason) {
        return new AwardTerms(awardedCents, version, planJson, reason, acceptBy);
    }

    AwardTerms offered(int committed, LocalDate until) {
        return new AwardTerms(awardedCents, committed, planJson, null, until);
    }

    AwardTerms amended(int inForce, Money awarded, TranchePlan plan) {
        return new AwardTerms(awarded.cents(), inForce, Json.write(plan), null, acceptBy);
    }

    AwardTerms scheduled(TranchePlan plan) {
        return new AwardTerms(awardedCents, version, Json.write(plan), waitingFor, acceptBy);
    }

    /** @throws DomainException {@code offer-lapsed} after the last day of the offer */
    void requireOpenOn(LocalDate today) {
        if (acceptBy != null && today.isAfter(acceptBy)) {
            throw DomainException.broken("offer-lapsed", value("acceptBy", Objects.requireNonNull(acceptBy)));
        }
    }

    /** The awarded amount; empty before the approval. */
    public Optional<Money> awarded() {
        return Optional.ofNullable(awardedCents).map(Money::ofCents);
    }

    /** The plan of the version in force; empty before the approval. */
    public Optional<TranchePlan> plan() {
        return Optional.ofNullable(planJson).map(json -> Json.read(json, TranchePlan.class));
    }
}
