package hk.itf.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class PageTest {

    private Owner owner;

    @BeforeEach
    void createOwner() {
        owner = Owner.create();
    }

    @Test
    void walksThroughAllItemsNewestFirst() {
        var created = new ArrayList<>(List.of(owner.book()));
        for (var i = 0; i < 6; i++) {
            created.addFirst(owner.creates(Owner.GOOD_BOOK).path("id"));
        }
        var read = new ArrayList<String>();
        for (var query = "?size=3"; ; ) {
            var page = owner.asks().get("/books" + query);
            read.addAll(page.<List<String>>path("items.id"));
            if (page.path("next") == null) {
                break;
            }
            query = "?size=3&cursor=" + page.path("next");
        }
        assertThat(read).isEqualTo(created);
    }

    @Test
    void givesNoCursorWhenLastPageIsFull() {
        owner.asks().get("/books?size=1").then().body("items", hasSize(1)).body("next", nullValue());
    }

    @Test
    void holdsTwentyItemsUnlessAsked() {
        for (var i = 0; i < 20; i++) {
            owner.creates(Owner.GOOD_BOOK).then().statusCode(201);
        }
        owner.asks().get("/books").then().body("items", hasSize(20));
        owner.asks().get("/books?size=100").then().body("items", hasSize(21));
    }

    @Test
    void filtersByChoice() {
        owner.asks().get("/books?genre=NOVEL").then().statusCode(200).body("items", hasSize(1));
        owner.asks().get("/books?genre=SCIENCE").then().statusCode(200).body("items", hasSize(0));
    }
}
