package hk.itf.applications.register;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.RegisterEntry;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The store of register entries. An entry never changes and is always found: what names it has to fall within the days it
 * tells, by the rules of the scheme that names it, whenever that is read. Lists leave out what has had its last day.
 */
@ApplicationScoped
public class RegisterEntries implements AnswerKind.Registers {

    /** An entry in a list. */
    public record Listed(UUID id, RegisterEntry entry, LocalDate until) {}

    private final Session session;
    private final Clock clock;

    RegisterEntries(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<RegisterEntry> entry(SchemeId register, String reference) {
        return ScalarQuery.of(
                        session,
                        "select facts from register_entry where scheme = :scheme and reference = :reference",
                        String.class)
                .setParameter("scheme", register.value())
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst()
                .map(facts -> new RegisterEntry(reference, Json.read(facts, Answers.class)));
    }

    /** Makes the approved case an entry. */
    @Transactional(TxType.MANDATORY)
    public void add(
            Scheme scheme, Scheme.RegisterRule rule, GrantId grant, String reference, Answers answers, Instant now) {
        session.createNativeMutationQuery("""
                        insert into register_entry (scheme, reference, application_id, facts, until, registered_at)
                        values (:scheme, :reference, :grant, :facts, :until, :now)
                        """)
                .setParameter("scheme", scheme.id().value())
                .setParameter("reference", reference)
                .setParameter("grant", grant.value())
                .setParameter("facts", Json.write(answers.only(rule.facts()::contains)))
                .setParameter("until", answers.date(rule.until()).orElseThrow())
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Entries whose last day has not passed, the latest last day first.
     *
     * @param before the last entry of the page before; null for the first page
     */
    @Transactional
    List<Listed> list(SchemeId register, @Nullable UUID before, int limit) {
        return session.createNativeQuery("""
                        select application_id, reference, facts, until from register_entry
                        where scheme = :scheme and until >= :today
                          and (until, application_id) < (
                            coalesce((select b.until from register_entry b where b.application_id = :before), 'infinity'),
                            :before)
                        order by until desc, application_id desc limit :limit
                        """, Object[].class)
                .setParameter("scheme", register.value())
                .setParameter("today", HongKong.dayOf(clock.instant()))
                .setParameter("before", before == null ? Uuids.HIGHEST : before)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Listed(
                        (UUID) row[0],
                        new RegisterEntry((String) row[1], Json.read((String) row[2], Answers.class)),
                        (LocalDate) row[3]))
                .toList();
    }
}
