package hk.itf.applications.grant;

import hk.itf.infra.http.CallerLanguage;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.event.DisbursementEvent.ReceivableSettled;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The store of receivables as grantees see them. disbursement-service owns receivables; this copy follows its events. */
@ApplicationScoped
public class GrantReceivables {

    private final Session session;

    GrantReceivables(Session session) {
        this.session = session;
    }

    public void raise(ReceivableRaised raised) {
        session.createNativeMutationQuery("""
                        insert into debt (id, application_id, tranche_id, raised_cents, outstanding_cents, due_by, reason, raised_at)
                        values (:id, :grant, :tranche, :raised, :raised, :dueBy, :reason, :at)
                        """)
                .setParameter("id", raised.receivable().value())
                .setParameter("grant", raised.grant().value())
                .setParameter("tranche", raised.tranche().value())
                .setParameter("raised", raised.raised().cents())
                .setParameter("dueBy", raised.dueBy())
                .setParameter("reason", Json.write(raised.reason()))
                .setParameter("at", raised.raisedAt())
                .executeUpdate();
    }

    public void settle(ReceivableSettled settled) {
        var updated = session.createNativeMutationQuery(
                        "update debt set outstanding_cents = :outstanding where id = :id")
                .setParameter("outstanding", settled.outstanding().cents())
                .setParameter("id", settled.receivable().value())
                .executeUpdate();
        if (updated != 1) {
            throw new IllegalStateException("there is no copy of receivable " + settled.receivable());
        }
    }

    public List<DebtView> of(GrantId grant) {
        return session.createNativeQuery(
                        "select id, tranche_id, raised_cents, outstanding_cents, due_by, reason from debt where application_id = :grant order by raised_at, id",
                        Object[].class)
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(row -> new DebtView(
                        ReceivableId.of((UUID) row[0]),
                        TrancheId.of((UUID) row[1]),
                        Money.ofCents(((Number) row[2]).longValue()),
                        Money.ofCents(((Number) row[3]).longValue()),
                        (LocalDate) row[4],
                        Json.read((String) row[5], LocalisedText.class)
                                .in(CallerLanguage.current().tag())))
                .toList();
    }
}
