package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.paymentrun.PaymentRunView.LineView;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.http.Page;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads payment runs with the present status of their tranches. */
@ApplicationScoped
class PaymentRunQueries {

    private static final Wording CHANGED = Wording.of("stale-version.payment-line");

    /** Lines of a run. A prepared line is shown as refused when its tranche has changed since the preparation. */
    private static final String LINES = """
            select l.tranche_id, t.grant_id, a.organisation, l.amount_cents, l.status, l.reason, t.status,
              l.status = 'PREPARED' and (t.status <> 'PREPARED' or t.version <> l.tranche_version), l.id,
              l.reason_zh_hant, l.reason_zh_hans
            from payment_line l join tranche t on t.id = l.tranche_id join award a using (grant_id)
            where l.run_id = :run order by l.position
            """;

    private final EntityManager entities;

    PaymentRunQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    PaymentRunView get(UUID id) {
        var run = entities.find(PaymentRun.class, id);
        if (run == null) {
            throw DomainException.notFound("payment-run");
        }
        var lines = linesOf(run);
        return new PaymentRunView(PaymentRunSummary.of(run, lines), lines);
    }

    @Transactional
    Page<PaymentRunSummary> list(@Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var found = entities.createQuery("from PaymentRun where id < :after order by id desc", PaymentRun.class)
                .setParameter("after", Page.cursor(cursor).orElse(Uuids.HIGHEST))
                .setMaxResults(size + 1)
                .getResultStream()
                .map(run -> PaymentRunSummary.of(run, linesOf(run)))
                .toList();
        return Page.of(found, size, PaymentRunSummary::id);
    }

    /** The lines with a status, in the order of the run. */
    @Transactional
    List<UUID> lines(UUID run, PaymentLineStatus status) {
        return entities.createQuery(
                        "select id from PaymentLine where run = :run and status = :status order by position",
                        UUID.class)
                .setParameter("run", run)
                .setParameter("status", status)
                .getResultList();
    }

    private List<LineView> linesOf(PaymentRun run) {
        entities.flush(); // so that a run opened in this transaction is found
        return entities.unwrap(Session.class)
                .createNativeQuery(LINES, Object[].class)
                .setParameter("run", run.id())
                .getResultStream()
                .map(PaymentRunQueries::line)
                .toList();
    }

    private static LineView line(Object[] row) {
        var changed = (Boolean) row[7];
        return new LineView(
                TrancheId.of((UUID) row[0]),
                GrantId.of((UUID) row[1]),
                OrganisationId.of((UUID) row[2]),
                Money.ofCents((Long) row[3]),
                changed ? PaymentLineStatus.REFUSED : PaymentLineStatus.valueOf((String) row[4]),
                changed ? changedReason() : storedReason(row),
                TrancheStatus.valueOf((String) row[6]),
                (UUID) row[8]);
    }

    private static String changedReason() {
        return CHANGED.slug() + ": " + Texts.loaded().render(TextSection.PROBLEMS, CHANGED, CallerLanguage.current());
    }

    private static @Nullable String storedReason(Object[] row) {
        return row[5] == null
                ? null
                : new LocalisedText((String) row[5], (String) row[9], (String) row[10])
                        .in(CallerLanguage.current().tag());
    }
}
