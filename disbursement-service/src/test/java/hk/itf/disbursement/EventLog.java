package hk.itf.disbursement;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the events that the service appended, ignored or left waiting. */
@ApplicationScoped
public class EventLog {

    private final AgroalDataSource database;

    EventLog(AgroalDataSource database) {
        this.database = database;
    }

    /** The types of the appended events in order, without prefix and version, such as {@code tranche.due}. */
    public List<String> of(Object aggregate) {
        return texts("select event_type from event_log where aggregate_id = ? order by sequence", aggregate).stream()
                .map(type -> type.substring("itf.".length(), type.length() - ".v1".length()))
                .toList();
    }

    public List<String> ignored(Object aggregate) {
        return texts("select event_type || ': ' || reason from ignored_event where aggregate_id = ?", aggregate);
    }

    public List<String> waiting(Object aggregate) {
        return texts("select state from waiting_event where aggregate_id = ? order by sequence", aggregate);
    }

    /** The reasons for which records about the aggregate were set aside. */
    public List<String> setAside(Object aggregate) {
        return texts(
                "select reason from set_aside_record where record_key = convert_to(?, 'UTF8') order by id", aggregate);
    }

    /** The last applied sequence number per source service, such as {@code assessment 2}. */
    public List<String> applied(Object aggregate) {
        return texts(
                "select source || ' ' || sequence from applied_sequence where aggregate_id = ? order by source",
                aggregate);
    }

    private List<String> texts(String sql, Object parameter) {
        return QuarkusTransaction.requiringNew().call(() -> query(sql, parameter.toString()));
    }

    private List<String> query(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
