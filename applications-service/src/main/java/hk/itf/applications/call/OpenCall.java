package hk.itf.applications.call;

import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.Window;
import hk.itf.model.scheme.value.Call;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Opens a call of a scheme. A call never changes, because applicants rely on its last day. */
@ApplicationScoped
class OpenCall {

    record Command(SchemeId scheme, String id, LocalDate opens, LocalDate closes, PersonId by) {}

    private static final Logger LOG = Logger.getLogger(OpenCall.class);

    private final Schemes schemes;
    private final Calls calls;
    private final Clock clock;

    OpenCall(Schemes schemes, Calls calls, Clock clock) {
        this.schemes = schemes;
        this.calls = calls;
        this.clock = clock;
    }

    @Transactional
    Call handle(Command command) {
        var now = clock.instant();
        if (!(schemes.newest(command.scheme()).window() instanceof Window.Calls)) {
            throw DomainException.broken("no-calls");
        }
        if (command.closes().isBefore(command.opens()) || command.closes().isBefore(HongKong.dayOf(now))) {
            throw DomainException.invalid("invalid-call", List.of(Violation.of("/closes", "out-of-range.call")));
        }
        var call = new Call(command.id(), new DateRange(command.opens(), command.closes()));
        calls.add(command.scheme(), call, command.by(), now);
        LOG.infof(
                "call %s of %s opened from %s to %s by %s",
                call.id(), command.scheme(), command.opens(), command.closes(), command.by());
        return call;
    }
}
