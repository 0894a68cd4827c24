package hk.itf.applications.application;

import hk.itf.model.DomainException;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was promised to a case: how much and in which instalments once it is approved, in which version once the money is
 * committed. A step makes a new value.
 *
 * @param awardedCents in cents of HK dollars; null before the approval
 * @param version of the award; 0 until the money is committed
 * @param planJson the instalments, as JSON; they sum to {@code awardedCents}
 * @param waitingFor why the money, or that of a version which raises the award, is not committed yet; null when nothing stands
 *     in the way
 * @param acceptBy the last day of the offer (Hong Kong)
 */
@Embeddable
public record AwardTerms(
        @Nullable Long awardedCents,
        @Column(name = "award_version") int version,
        @Column(name = "plan") @Nullable String planJson,
        @Nullable String waitingFor,
        @Nullable LocalDate acceptBy) {

    /** Before a decision. */
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
            throw DomainException.broken("offer-lapsed", "The offer was open until " + acceptBy + ".");
        }
    }

    /** Empty before the approval. */
    public Optional<Money> awarded() {
        return Optional.ofNullable(awardedCents).map(Money::ofCents);
    }

    /** The instalments of the version in force; empty before the approval. */
    public Optional<TranchePlan> plan() {
        return Optional.ofNullable(planJson).map(json -> Json.read(json, TranchePlan.class));
    }
}
