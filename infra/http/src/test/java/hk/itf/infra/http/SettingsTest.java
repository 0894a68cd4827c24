package hk.itf.infra.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.testkit.RequiredSettings;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class SettingsTest {

    @Inject
    ObjectMapper json;

    @Inject
    AgroalDataSource database;

    @Test
    void hasRequiredConfiguration() {
        RequiredSettings.verifyConfiguration("itf-applications");
    }

    @Test
    void readsJsonStrictly() {
        RequiredSettings.verifyJson(json);
    }

    @Test
    void limitsDatabaseConnections() {
        RequiredSettings.verifyDatabase(database);
    }

    @Test
    void keepsManagementOffPublicPort() {
        RequiredSettings.verifyManagementPort();
    }

    @Test
    void sendsSecurityHeaders() {
        RequiredSettings.verifySecurityHeaders("/books/catalogue", "/books", "/nowhere", "/failures/unexpected");
    }
}
