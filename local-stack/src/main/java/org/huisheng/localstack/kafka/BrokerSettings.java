package org.huisheng.localstack.kafka;

import java.nio.file.Path;

/** The broker's configuration files, written anew at each start because ports may have moved. */
final class BrokerSettings {

    private BrokerSettings() {}

    static String properties(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://127.0.0.1:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s

                # A killed broker is let back in quickly.
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0

                # Topics are declared by those who own them, and are the log everything can be rebuilt from.
                auto.create.topics.enable=false
                num.partitions=6
                log.retention.ms=-1

                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1

                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, escaped(data));
    }

    static String logging(Path logs) {
        return """
                <Configuration status="WARN">
                  <Appenders>
                    <Console name="stdout"><PatternLayout pattern="%%d %%p %%m (%%c)%%n"/></Console>
                    <RollingFile name="file" fileName="%1$s" filePattern="%1$s.%%i">
                      <PatternLayout pattern="%%d %%p %%m (%%c)%%n"/>
                      <SizeBasedTriggeringPolicy size="10 MB"/>
                      <DefaultRolloverStrategy max="3"/>
                    </RollingFile>
                  </Appenders>
                  <Loggers>
                    <Root level="WARN"><AppenderRef ref="file"/><AppenderRef ref="stdout" level="ERROR"/></Root>
                    <Logger name="kafka.server.KafkaRaftServer" level="INFO" additivity="false">
                      <AppenderRef ref="file"/><AppenderRef ref="stdout"/>
                    </Logger>
                  </Loggers>
                </Configuration>
                """.formatted(xml(logs.resolve("kafka.log")));
    }

    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\\\");
    }

    private static String xml(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
