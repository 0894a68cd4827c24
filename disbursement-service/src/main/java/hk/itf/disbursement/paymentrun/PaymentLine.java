package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.tranche.PayableTranche;
import hk.itf.model.HasLifecycle;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tranche in a payment run. A line is listed, prepared by one person and released by another, or refused with a
 * reason. The line is bound to the version of the tranche that the run last changed. A tranche that was returned, set
 * off or paid elsewhere no longer belongs to the run.
 */
@Entity
class PaymentLine implements HasLifecycle<PaymentLineStatus> {

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "run_id")
    private UUID run;

    private int position;

    @Column(name = "tranche_id")
    private UUID tranche;

    private int trancheVersion;

    private long amountCents;

    @Enumerated(EnumType.STRING)
    private PaymentLineStatus status;

    private @Nullable String reason;

    private @Nullable String reasonZhHant;

    private @Nullable String reasonZhHans;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PaymentLine() {}

    PaymentLine(PaymentRun run, int position, PayableTranche due) {
        this.id = Uuids.next();
        this.run = run.id();
        this.position = position;
        this.tranche = due.id().value();
        this.trancheVersion = due.version();
        this.amountCents = due.payableByBank().cents();
        this.status = PaymentLineStatus.LISTED;
    }

    /** @param preparedVersion entity version of the tranche after its preparation */
    void prepare(int preparedVersion) {
        status = PaymentLineTransition.PREPARE.apply(status);
        trancheVersion = preparedVersion;
    }

    void release() {
        status = PaymentLineTransition.RELEASE.apply(status);
        reason = null;
        reasonZhHant = null;
        reasonZhHans = null;
    }

    void keepPrepared(LocalisedText because) {
        status = PaymentLineTransition.KEEP_BACK.apply(status);
        explain(because);
    }

    void refuse(LocalisedText because) {
        status = PaymentLineTransition.REFUSE.apply(status);
        explain(because);
    }

    private void explain(LocalisedText because) {
        reason = because.en();
        reasonZhHant = because.zhHant();
        reasonZhHans = because.zhHans();
    }

    @Override
    public PaymentLineStatus status() {
        return status;
    }

    TrancheId tranche() {
        return TrancheId.of(tranche);
    }

    /** Entity version of the tranche when the run last changed it. */
    int trancheVersion() {
        return trancheVersion;
    }
}
