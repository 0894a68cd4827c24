package hk.itf.disbursement.tranche;

import hk.itf.disbursement.tranche.PaymentReadiness.GateCheck;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.scheme.tranche.Gate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gate of a tranche as people see it.
 *
 * @param why why the gate is met or unmet, in the caller's language
 */
public record GateView(Gate gate, boolean met, @Nullable Instant metAt, String why) {

    static GateView of(GateCheck check) {
        var why = Texts.loaded().render(TextSection.LABELS, check.explanation(), CallerLanguage.current());
        return new GateView(check.gate(), check.isMet(), check.metAt(), why);
    }
}
