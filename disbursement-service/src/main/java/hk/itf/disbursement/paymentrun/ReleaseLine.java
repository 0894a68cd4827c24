package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.payment.ReleaseTranche;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Releases the tranche of one line as the run prepared it. A repeated request has no effect. */
@ApplicationScoped
class ReleaseLine {

    record Command(UUID line, PersonId actor) {}

    private final PaymentLines lines;
    private final ReleaseTranche releaseTranche;

    ReleaseLine(PaymentLines lines, ReleaseTranche releaseTranche) {
        this.lines = lines;
        this.releaseTranche = releaseTranche;
    }

    @Transactional
    void handle(Command command) {
        var line = lines.lock(command.line());
        if (line.permits(PaymentLineTransition.RELEASE)) {
            releaseTranche.handle(new ReleaseTranche.Command(
                    line.tranche(), new EntityVersion(line.trancheVersion()), command.actor()));
            line.release();
        }
    }
}
