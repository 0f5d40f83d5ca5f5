import { ChannelDoors } from '../components/shop/channel-door.tsx';

export default function HomePage() {
  return (
    <div className="page">
      <ChannelDoors hrefOf={(channel) => `/channels#${channel}`} />
    </div>
  );
}
