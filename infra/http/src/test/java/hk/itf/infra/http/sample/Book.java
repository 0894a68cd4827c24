package hk.itf.infra.http.sample;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/** A book of one person. Starts unsold; a sold book cannot change. */
@Entity
class Book {

    enum Genre {
        NOVEL,
        SCIENCE
    }

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID owner;
    private String title;

    @Enumerated(EnumType.STRING)
    private Genre genre;

    private boolean lent;
    private boolean sold;

    @SuppressWarnings("NullAway.Init")
    protected Book() {}

    Book(UUID id, UUID owner, String title, Genre genre, boolean lent) {
        this.id = id;
        this.owner = owner;
        this.title = title;
        this.genre = genre;
        this.lent = lent;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    void sell() {
        if (sold) {
            throw DomainException.conflict("already-sold");
        }
        if (lent) {
            throw DomainException.broken("book-lent", List.of(Violation.of("/lent", "book-lent")));
        }
        sold = true;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    BookView view() {
        return new BookView(id, title, genre, lent, sold);
    }

    record BookView(UUID id, String title, Genre genre, boolean lent, boolean sold) {}
}
