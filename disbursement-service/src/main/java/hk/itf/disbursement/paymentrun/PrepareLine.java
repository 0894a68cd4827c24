package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.tranche.PrepareTranche;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Prepares the tranche of one line as it was listed. A tranche that has changed since is refused. */
@ApplicationScoped
class PrepareLine {

    record Command(UUID line, PersonId actor) {}

    private final PaymentLines lines;
    private final PrepareTranche prepareTranche;

    PrepareLine(PaymentLines lines, PrepareTranche prepareTranche) {
        this.lines = lines;
        this.prepareTranche = prepareTranche;
    }

    @Transactional
    void handle(Command command) {
        var line = lines.lock(command.line());
        if (line.permits(PaymentLineTransition.PREPARE)) {
            var prepared = prepareTranche.handle(new PrepareTranche.Command(
                    line.tranche(), new EntityVersion(line.trancheVersion()), command.actor()));
            line.prepare(prepared.version());
        }
    }
}
