package hk.itf.infra.benchmark.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Flowable's process engine with its REST API and the process {@code grant}, as Flowable's starter configures it. The port and the
 * database are given as arguments, such as {@code --server.port=8070 --spring.datasource.url=jdbc:postgresql://...}.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class FlowablePeer {

    public static void main(String[] arguments) {
        SpringApplication.run(FlowablePeer.class, arguments);
    }
}
