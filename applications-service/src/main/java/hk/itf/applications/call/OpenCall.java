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

/** Opens a scheme for some days. A call is announced once and never changes: applicants rely on its last day. */
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
            throw DomainException.broken("no-calls", "This scheme takes applications all year round.");
        }
        if (command.closes().isBefore(command.opens()) || command.closes().isBefore(HongKong.dayOf(now))) {
            throw DomainException.invalid(
                    "invalid-call",
                    "Some fields are not as they must be.",
                    List.of(new Violation(
                            "/closes",
                            "out-of-range",
                            "A call closes on or after the day it opens, and not in the past.")));
        }
        var call = new Call(command.id(), new DateRange(command.opens(), command.closes()));
        calls.add(command.scheme(), call, command.by(), now);
        LOG.infof(
                "call %s of %s opened from %s to %s by %s",
                call.id(), command.scheme(), command.opens(), command.closes(), command.by());
        return call;
    }
}
