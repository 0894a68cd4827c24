package hk.itf.applications.organisation;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The store of organisations and their members. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    /** The role of a member. */
    public enum MemberRole {
        /** Edits drafts. */
        EDITOR,
        /** Also submits, accepts offers, files claims and adds colleagues. */
        SUBMITTER
    }

    /** A member of an organisation. */
    public record Member(PersonId person, MemberRole role) {}

    private final Session session;

    Organisations(Session session) {
        this.session = session;
    }

    void add(Organisation organisation) {
        persist(organisation);
        session.flush();
    }

    /** The organisation, for one of its members. An unknown id and an organisation of others are answered alike (404). */
    public Organisation get(OrganisationId id, PersonId member) {
        if (roleOf(id, member).isEmpty()) {
            throw DomainException.notFound("organisation");
        }
        return get(id);
    }

    public Organisation get(OrganisationId id) {
        return findByIdOptional(id.value()).orElseThrow(() -> DomainException.notFound("organisation"));
    }

    public Optional<MemberRole> roleOf(OrganisationId id, PersonId person) {
        return ScalarQuery.of(
                        session,
                        "select role from organisation_member where organisation_id = :id and person = :person",
                        String.class)
                .setParameter("id", id.value())
                .setParameter("person", person.value())
                .uniqueResultOptional()
                .map(MemberRole::valueOf);
    }

    void setMember(OrganisationId id, PersonId person, MemberRole role) {
        session.createNativeMutationQuery("""
                        insert into organisation_member (organisation_id, person, role) values (:id, :person, :role)
                        on conflict (organisation_id, person) do update set role = excluded.role
                        """)
                .setParameter("id", id.value())
                .setParameter("person", person.value())
                .setParameter("role", role.name())
                .executeUpdate();
    }

    List<Member> members(OrganisationId id) {
        return session.createNativeQuery(
                        "select person, role from organisation_member where organisation_id = :id order by person",
                        Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(row -> new Member(PersonId.of((UUID) row[0]), MemberRole.valueOf((String) row[1])))
                .toList();
    }

    List<Organisation> ofMember(PersonId person) {
        return session.createNativeQuery(
                        "select o.* from organisation o join organisation_member m on m.organisation_id = o.id where m.person = :person order by o.id desc limit 100",
                        Organisation.class)
                .setParameter("person", person.value())
                .getResultList();
    }
}
