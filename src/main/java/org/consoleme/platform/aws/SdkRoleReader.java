package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.IamObject;
import org.consoleme.inventory.RoleReader;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * Puts a role together from the calls for a single role, in the shape in which the reading of a
 * whole account finds it, so that one and the same code draws both.
 */
@Single
public class SdkRoleReader implements RoleReader {
    private final SpokeChanges changes;

    @Inject
    SdkRoleReader(SpokeChanges changes) {
        this.changes = changes;
    }

    @Override
    public Optional<IamObject> read(RoleArn role, UserId onBehalfOf) {
        return changes.call(
                role,
                onBehalfOf,
                one -> one.find().map(found -> object(role, found, one.detail(found))));
    }

    private static IamObject object(RoleArn arn, Role role, RoleDetail detail) {
        IamObjects objects =
                new IamObjects(arn.account(), Map.of(role.arn(), SdkIamReader.Listed.of(role)));
        return objects.of(
                        GetAccountAuthorizationDetailsResponse.builder()
                                .roleDetailList(detail)
                                .build())
                .getFirst();
    }
}
