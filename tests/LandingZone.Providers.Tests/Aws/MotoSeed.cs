namespace LandingZone.Providers.Tests.Aws;

/// <summary>What the tests put into moto before they read it.</summary>
internal static class MotoSeed
{
    /// <summary>A management account with settings, a member in a unit, and a user of each sort.</summary>
    public const string Script =
        """
        import boto3, json, sys
        url = sys.argv[1]
        def client(name, region='us-east-1'):
            return boto3.client(name, region_name=region, endpoint_url=url, aws_access_key_id='AKIDEXAMPLE',
                                aws_secret_access_key='secret')
        def policy(**statement): return json.dumps({'Version': '2012-10-17', 'Statement': [statement]})
        own = '123456789012'
        org = client('organizations')
        org.create_organization(FeatureSet='ALL')
        root = org.list_roots()['Roots'][0]['Id']
        unit = org.create_organizational_unit(ParentId=root, Name='Workloads')['OrganizationalUnit']['Id']
        member = org.create_account(AccountName='shop', Email='shop@example.com')['CreateAccountStatus']['AccountId']
        org.move_account(AccountId=member, SourceParentId=root, DestinationParentId=unit)
        org.tag_resource(ResourceId=member, Tags=[{'Key': 'env', 'Value': 'prod'}])

        org.enable_policy_type(RootId=root, PolicyType='SERVICE_CONTROL_POLICY')
        stay = org.create_policy(Name='stay', Description='', Type='SERVICE_CONTROL_POLICY', Content=policy(
            Effect='Deny', Action='organizations:LeaveOrganization', Resource='*'))['Policy']['PolicySummary']['Id']
        for target in (root, unit, member): org.attach_policy(PolicyId=stay, TargetId=target)

        s3 = client('s3')
        s3.create_bucket(Bucket='bare')
        eu = client('s3', 'eu-west-1')
        eu.create_bucket(Bucket='kept', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
        eu.put_public_access_block(Bucket='kept', PublicAccessBlockConfiguration={flag: True for flag in (
            'BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets')})
        eu.put_bucket_versioning(Bucket='kept', VersioningConfiguration={'Status': 'Enabled'})
        eu.put_bucket_tagging(Bucket='kept', Tagging={'TagSet': [{'Key': 'env', 'Value': 'prod'}]})
        eu.put_bucket_policy(Bucket='kept', Policy=policy(
            Effect='Deny', Principal='*', Action='s3:*', Resource=['arn:aws:s3:::kept', 'arn:aws:s3:::kept/*'],
            Condition={'Bool': {'aws:SecureTransport': 'false'}}))
        s3.create_bucket(Bucket='open', ACL='public-read')
        s3.create_bucket(Bucket='locked', ObjectLockEnabledForBucket=True)
        s3.put_object_lock_configuration(Bucket='locked', ObjectLockConfiguration={
            'ObjectLockEnabled': 'Enabled', 'Rule': {'DefaultRetention': {'Mode': 'COMPLIANCE', 'Days': 30}}})
        s3.put_bucket_lifecycle_configuration(Bucket='locked', LifecycleConfiguration={'Rules': [
            {'ID': 'end', 'Status': 'Enabled', 'Filter': {'Prefix': ''}, 'Expiration': {'Days': 400}}]})

        iam = client('iam')
        iam.update_account_password_policy(
            MinimumPasswordLength=14, RequireSymbols=True, RequireNumbers=True, RequireUppercaseCharacters=True,
            RequireLowercaseCharacters=True, PasswordReusePrevention=24, MaxPasswordAge=90)
        iam.create_group(GroupName='admins')
        all = policy(Effect='Allow', Action='*', Resource='*')
        everything = iam.create_policy(PolicyName='all', PolicyDocument=all)
        iam.attach_group_policy(GroupName='admins', PolicyArn=everything['Policy']['Arn'])
        for name in ('ann', 'bob'): iam.create_user(UserName=name)
        iam.add_user_to_group(GroupName='admins', UserName='ann')
        iam.create_login_profile(UserName='ann', Password='Correct-horse-7')
        trusted = policy(Effect='Allow', Action='sts:AssumeRole', Principal={'AWS': [
            f'arn:aws:iam::{member}:root', 'arn:aws:iam::999988887777:root']})
        iam.create_role(RoleName='partner', Description='For the partner.', AssumeRolePolicyDocument=trusted)
        iam.attach_role_policy(RoleName='partner', PolicyArn=everything['Policy']['Arn'])
        key = iam.create_access_key(UserName='bob')['AccessKey']

        trails = client('cloudtrail')
        trails.create_trail(
            Name='main', S3BucketName='kept', IsMultiRegionTrail=True, EnableLogFileValidation=True, KmsKeyId='key')
        trails.start_logging(Name='main')
        # AWS gives a new trail this selector; moto gives it none.
        trails.put_event_selectors(
            TrailName='main', EventSelectors=[
                {'ReadWriteType': 'All', 'IncludeManagementEvents': True, 'DataResources': []}])

        budgets = client('budgets')
        budgets.create_budget(
            AccountId=own,
            Budget={'BudgetName': 'all', 'BudgetType': 'COST', 'TimeUnit': 'MONTHLY',
                    'BudgetLimit': {'Amount': '1000', 'Unit': 'USD'}},
            NotificationsWithSubscribers=[{
                'Notification': {'NotificationType': 'ACTUAL', 'ComparisonOperator': 'GREATER_THAN', 'Threshold': 80},
                'Subscribers': [{'SubscriptionType': 'EMAIL', 'Address': 'ops@example.com'}]}])

        ec2 = client('ec2')
        ec2.enable_ebs_encryption_by_default()
        vpc = ec2.create_vpc(CidrBlock='10.0.0.0/16')['Vpc']['VpcId']
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock='10.0.0.0/24')['Subnet']['SubnetId']
        gateway = ec2.create_internet_gateway()['InternetGateway']['InternetGatewayId']
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        table = ec2.describe_route_tables(Filters=[{'Name': 'vpc-id', 'Values': [vpc]}])['RouteTables'][0]
        ec2.create_route(RouteTableId=table['RouteTableId'], DestinationCidrBlock='0.0.0.0/0', GatewayId=gateway)
        ec2.create_flow_logs(ResourceIds=[vpc], ResourceType='VPC', TrafficType='ALL', LogDestinationType='s3',
                             LogDestination='arn:aws:s3:::kept')
        group = ec2.create_security_group(GroupName='web', Description='web', VpcId=vpc)['GroupId']
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[
            {'IpProtocol': 'tcp', 'FromPort': 22, 'ToPort': 22, 'IpRanges': [
                {'CidrIp': '0.0.0.0/0', 'Description': 'anybody'}]}])
        ec2.allocate_address(Domain='vpc')
        other = ec2.create_vpc(CidrBlock='10.7.0.0/16')['Vpc']['VpcId']
        peering = ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=other)['VpcPeeringConnection']
        ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering['VpcPeeringConnectionId'])
        image = ec2.describe_images()['Images'][0]['ImageId']
        ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, SubnetId=subnet, SecurityGroupIds=[group],
                          MetadataOptions={'HttpTokens': 'required'})
        print(json.dumps({'member': member, 'key': key['AccessKeyId'], 'secret': key['SecretAccessKey']}))
        """;
}
