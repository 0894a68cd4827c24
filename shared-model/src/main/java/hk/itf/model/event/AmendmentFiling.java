package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A submitted amendment of a running award.
 *
 * @param baseVersion the award version that the amendment changes
 * @param effective the first day of the change; for an early end or a termination the last day of the grant
 * @param awarded the new awarded amount
 * @param plan the new tranches; they sum to {@code awarded}
 * @param keep for a termination the part of the paid amount that the grantee keeps; null for other kinds
 * @param changes the changed answers, or those of a later stage, without personal data; null without changes
 * @param entitlement the entitlement of a later stage; null for other kinds
 * @param contentSha256 the SHA-256 of all of this, see {@link #hashed()}; null in events of older builds
 */
public record AmendmentFiling(
        int revision,
        AmendmentKind kind,
        int baseVersion,
        LocalDate effective,
        String reason,
        Money awarded,
        TranchePlan plan,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money keep,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answers changes,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EntitlementStatement entitlement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String contentSha256) {

    public AmendmentFiling {
        if ((kind == AmendmentKind.TERMINATION) != (keep != null)) {
            throw new IllegalArgumentException("a termination, and nothing else, says what is kept");
        }
        plan.requireTotal(awarded);
    }

    /** A filing without the hash of its content. */
    public AmendmentFiling(
            int revision,
            AmendmentKind kind,
            int baseVersion,
            LocalDate effective,
            String reason,
            Money awarded,
            TranchePlan plan,
            @Nullable Money keep,
            @Nullable Answers changes,
            @Nullable EntitlementStatement entitlement) {
        this(revision, kind, baseVersion, effective, reason, awarded, plan, keep, changes, entitlement, null);
    }

    /** The same filing with the SHA-256 of its JSON, in hexadecimal. */
    public AmendmentFiling hashed() {
        var unhashed = new AmendmentFiling(
                revision, kind, baseVersion, effective, reason, awarded, plan, keep, changes, entitlement);
        return new AmendmentFiling(
                revision,
                kind,
                baseVersion,
                effective,
                reason,
                awarded,
                plan,
                keep,
                changes,
                entitlement,
                Sha256.of(Json.write(unhashed)));
    }

    /** How a decision names this filing; null when an older build sent it, without a hash. */
    @JsonIgnore
    public @Nullable FilingRef ref() {
        return contentSha256 == null ? null : new FilingRef(revision, contentSha256);
    }
}
