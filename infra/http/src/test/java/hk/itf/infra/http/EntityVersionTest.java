package hk.itf.infra.http;

import static org.hamcrest.Matchers.equalTo;

import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class EntityVersionTest {

    private Owner owner;
    private String path;

    @BeforeEach
    void createOwner() {
        owner = Owner.create();
        path = "/books/" + owner.book();
    }

    @Test
    void givesEtagOnCreationAndReading() {
        owner.creates(Owner.GOOD_BOOK).then().statusCode(201).header("ETag", "\"0\"");
        owner.asks().get(path).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void changesCurrentVersionAndGivesNextEtag() {
        rename("\"0\"", "Second").then().statusCode(200).header("ETag", "\"1\"");
        rename("\"1\"", "Third").then().statusCode(200).header("ETag", "\"2\"").body("title", equalTo("Third"));
    }

    @Test
    void refusesVersionReadBeforeAnotherChange() {
        rename("\"0\"", "Second").then().statusCode(200);
        rename("\"0\"", "Lost")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:stale-version"));
        owner.asks().get(path).then().body("title", equalTo("Second"));
    }

    @Test
    void ignoresBlanksAroundEtag() {
        rename(" \"0\" ", "Second").then().statusCode(200);
    }

    @Test
    void refusesChangeOfForeignEntityAsMissing() {
        Owner.create()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Mine\"}")
                .put(path)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:itf:problem:not-found"));
    }

    private io.restassured.response.Response rename(String ifMatch, String title) {
        return owner.asks()
                .header("If-Match", ifMatch)
                .body("{\"title\":\"" + title + "\"}")
                .put(path);
    }
}
