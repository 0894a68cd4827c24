package hk.itf.disbursement.paymentrun;

import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.DomainException.Kind;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Records why a line was not prepared or not released. A prepared line whose tranche is unchanged stays prepared,
 * because another person can release it, or the hold can be lifted. Every other line is refused.
 */
@ApplicationScoped
class RecordLineRefusal {

    record Command(UUID line, DomainException refusal) {}

    private final PaymentLines lines;

    RecordLineRefusal(PaymentLines lines) {
        this.lines = lines;
    }

    @Transactional
    void handle(Command command) {
        var line = lines.lock(command.line());
        var refusal = command.refusal();
        if (!line.permits(PaymentLineTransition.REFUSE)) {
            return; // another request has released or refused the line
        }
        if (line.permits(PaymentLineTransition.KEEP_BACK) && refusal.kind() != Kind.STALE) {
            line.keepPrepared(reasonOf(refusal));
        } else {
            line.refuse(reasonOf(refusal));
        }
    }

    private static LocalisedText reasonOf(DomainException refusal) {
        var text = Texts.loaded().inAllLanguages(TextSection.PROBLEMS, refusal.wording());
        var slug = refusal.slug() + ": ";
        return new LocalisedText(slug + text.en(), slug + text.zhHant(), slug + text.zhHans());
    }
}
