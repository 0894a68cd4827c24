package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.tranche.PayableTranche;
import hk.itf.model.HasLifecycle;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tranche in a payment run. Listed when it is due; prepared by one person and released by another, as it would be without
 * a run; or refused, with the reason. It is bound to the tranche as it was when the run last touched it: one that was
 * returned, set off against or paid by somebody else is not the run's any more, whatever it is now.
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

    /** @param asPrepared the version the tranche has now */
    void prepare(int asPrepared) {
        status = PaymentLineTransition.PREPARE.apply(status);
        trancheVersion = asPrepared;
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

    /** As it was when this last touched it. */
    int trancheVersion() {
        return trancheVersion;
    }
}
