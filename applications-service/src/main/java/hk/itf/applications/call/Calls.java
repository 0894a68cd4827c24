package hk.itf.applications.call;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.Call;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The store of calls. Calls of one scheme never overlap. */
@ApplicationScoped
public class Calls {

    private final Session session;

    Calls(Session session) {
        this.session = session;
    }

    /** The call of the scheme that is open on this Hong Kong day. */
    @Transactional
    public Optional<Call> openOn(SchemeId scheme, LocalDate day) {
        return session.createNativeQuery(
                        "select id, opens, closes from scheme_call where scheme = :scheme and :day between opens and closes",
                        Object[].class)
                .setParameter("scheme", scheme.value())
                .setParameter("day", day)
                .getResultStream()
                .findFirst()
                .map(Calls::call);
    }

    /** The calls of the scheme, the latest first. */
    @Transactional
    List<Call> of(SchemeId scheme) {
        return session.createNativeQuery(
                        "select id, opens, closes from scheme_call where scheme = :scheme order by opens desc",
                        Object[].class)
                .setParameter("scheme", scheme.value())
                .getResultStream()
                .map(Calls::call)
                .toList();
    }

    /**
     * Stores a call.
     *
     * @throws DomainException {@code call-exists} when the scheme has a call of this name; {@code call-overlaps} when another
     *     call of the scheme is open on one of these days
     */
    @Transactional(TxType.MANDATORY)
    void add(SchemeId scheme, Call call, PersonId by, Instant now) {
        session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:scheme, 78))", Object.class)
                .setParameter("scheme", scheme.value())
                .getSingleResultOrNull();
        for (var other : of(scheme)) {
            if (other.id().equals(call.id())) {
                throw DomainException.conflict("call-exists", value("call", call.id()));
            }
            if (other.open().overlaps(call.open())) {
                throw DomainException.conflict("call-overlaps", value("call", other.id()));
            }
        }
        session.createNativeMutationQuery("""
                        insert into scheme_call (scheme, id, opens, closes, opened_by, opened_at)
                        values (:scheme, :id, :opens, :closes, :by, :now)
                        """)
                .setParameter("scheme", scheme.value())
                .setParameter("id", call.id())
                .setParameter("opens", call.open().from())
                .setParameter("closes", call.open().to())
                .setParameter("by", by.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    private static Call call(Object[] row) {
        return new Call((String) row[0], new DateRange((LocalDate) row[1], (LocalDate) row[2]));
    }
}
