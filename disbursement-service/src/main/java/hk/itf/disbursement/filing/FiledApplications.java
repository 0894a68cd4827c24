package hk.itf.disbursement.filing;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.event.Parties;
import hk.itf.model.filing.FiledApplication;
import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.hibernate.Session;

/** Stores the filings of applications. A filing stays when its application is withdrawn: a decision may still name it. */
@ApplicationScoped
public class FiledApplications {

    private final Session database;
    private final AgroalDataSource pool;

    FiledApplications(Session database, AgroalDataSource pool) {
        this.database = database;
        this.pool = pool;
    }

    @Transactional(TxType.MANDATORY)
    void add(GrantId grant, FiledApplication filing) {
        database.createNativeMutationQuery("""
                        insert into filed_application (grant_id, revision, reference, scheme, scheme_version, parties,
                                                       entitlement_cents, content_sha256)
                        values (:grant, :revision, :reference, :scheme, :version, cast(:parties as json), :entitlement, :sha256)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("revision", filing.revision())
                .setParameter("reference", filing.reference())
                .setParameter("scheme", filing.scheme().id().value())
                .setParameter("version", filing.scheme().version())
                .setParameter("parties", Json.write(filing.parties()))
                .setParameter("entitlement", filing.entitlement().cents())
                .setParameter("sha256", filing.contentSha256())
                .executeUpdate();
    }

    /** The revision with this content; empty while applications-service has not told this service about it. */
    @Transactional(TxType.MANDATORY)
    public Optional<FiledApplication> find(GrantId grant, String contentSha256) {
        return PlainQuery.of(pool, """
                        select revision, reference, scheme, scheme_version, cast(parties as text), entitlement_cents
                        from filed_application where grant_id = :grant and content_sha256 = :hash
                        order by revision desc limit 1
                        """)
                .set("grant", grant.value())
                .set("hash", contentSha256)
                .list(row -> new FiledApplication(
                        Math.toIntExact(row.number(1)),
                        row.text(2),
                        new SchemeRef(SchemeId.of(row.text(3)), Math.toIntExact(row.number(4))),
                        Json.read(row.text(5), Parties.class),
                        Money.ofCents(row.number(6)),
                        contentSha256))
                .stream()
                .findFirst();
    }
}
