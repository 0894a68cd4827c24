package hk.itf.infra.http.sample;

import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.sample.Book.BookView;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Store and use cases of the sample in one class. */
@ApplicationScoped
class Books {

    private final EntityManager entities;

    Books(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Book add(Book book) {
        entities.persist(book);
        entities.flush();
        return book;
    }

    @Transactional
    Book read(UUID id, PersonId owner) {
        return get(id, owner);
    }

    @Transactional
    Book rename(UUID id, PersonId owner, EntityVersion expected, String title) {
        var book = get(id, owner);
        expected.require(book.version());
        book.rename(title);
        entities.flush();
        return book;
    }

    @Transactional
    Book sell(UUID id, PersonId owner, EntityVersion expected) {
        var book = get(id, owner);
        expected.require(book.version());
        book.sell();
        entities.flush();
        return book;
    }

    @Transactional
    int addScan(UUID id, PersonId owner, byte[] content) {
        get(id, owner);
        entities.createNativeQuery("insert into scan (book, bytes) values (:book, :bytes)")
                .setParameter("book", id)
                .setParameter("bytes", content.length)
                .executeUpdate();
        return content.length;
    }

    @Transactional
    Page<BookView> page(PersonId owner, Book.@Nullable Genre genre, Optional<UUID> cursor, int size) {
        var found = entities.createQuery(
                        "from Book where owner = :owner and (:genre is null or genre = :genre)"
                                + " and (:cursor is null or id < :cursor) order by id desc",
                        Book.class)
                .setParameter("owner", owner.value())
                .setParameter("genre", genre)
                .setParameter("cursor", cursor.orElse(null))
                .setMaxResults(size + 1)
                .getResultList();
        return Page.of(found.stream().map(Book::view).toList(), size, BookView::id);
    }

    /** Fails as the database fails when it is out of order. */
    @Transactional
    void fail(String sqlState) {
        entities.createNativeQuery("do $$ begin raise exception 'select secret from safe' using errcode = '%s'; end $$"
                        .formatted(sqlState))
                .executeUpdate();
    }

    private Book get(UUID id, PersonId owner) {
        return entities.createQuery("from Book where id = :id and owner = :owner", Book.class)
                .setParameter("id", id)
                .setParameter("owner", owner.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("book"));
    }
}
