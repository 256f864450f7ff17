package org.consoleme.slack;

import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;

/** A {@link SlackDoor} where the engineer asks for policies that the administrator decides. */
final class PolicyDoor implements AutoCloseable {
    static final RoleArn READER = RoleArn.parse(SlackDoor.READER);
    static final String READS =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::acme-logs/*\"}]}";

    final SlackDoor door = new SlackDoor();
    final Actor engineer = door.engineer();
    final Actor admin = admin();

    @Override
    public void close() {
        door.close();
    }

    private Actor admin() {
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        return door.twin.actAs(TwinSettings.ADMIN).in(TwinSettings.APPROVALS);
    }

    SlackView form() {
        engineer.type("/consoleme request policy billing-reader in billing-prod");
        return door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
    }

    SlackView clicked(Message card, String label) {
        admin.click(card, label);
        return door.twin.awaitModal(TwinSettings.ADMIN, SlackDoor.SOON);
    }
}
